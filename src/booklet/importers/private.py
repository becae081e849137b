from booklet.manuscripts.private import Public as Public, public as public
