-- Writes a line to \jobname.lines for every line of every paragraph but the last lines: how far its spaces are
-- stretched (as a share of their stretch) or, below 0, shrunk; whether it ends in a hyphen; how far it sticks out, in bp.
-- An empty line ends a paragraph.
local glyph, glue, hlist = node.id("glyph"), node.id("glue"), node.id("hlist")
local out = assert(io.open(tex.jobname .. ".lines", "w"))

local function ends_in_hyphen(line)
  local at = node.tail(line.head)
  while at and at.id ~= glyph do
    at = at.prev
  end
  return at ~= nil and (at.char == 0x2D or at.char == 0x2010)
end

local function excess(line)
  local shrink = 0
  for item in node.traverse_id(glue, line.head) do
    shrink = shrink + item.shrink
  end
  return (node.dimensions(line.head) - shrink - line.width) / 65781.76
end

local function report(head)
  local last = node.tail(head)
  while last and last.id ~= hlist do
    last = last.prev
  end
  for line in node.traverse_id(hlist, head) do
    if line ~= last then
      local ratio = line.glue_sign == 2 and -line.glue_set or line.glue_set
      out:write(string.format("%.6f %d %.4f\n", ratio, ends_in_hyphen(line) and 1 or 0, math.max(0, excess(line))))
    end
  end
  out:write("\n")
  return head
end

luatexbase.add_to_callback("post_linebreak_filter", report, "report the lines")
