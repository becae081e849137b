from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image, ImageCms

from booklet.geometry import Size
from booklet.pdf.canvas import Canvas
from booklet.pdf.pictures import embed_picture


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def embedded(data: bytes) -> tuple[Image.Image, pikepdf.Dictionary]:
    """The picture as a PDF reader sees it, and its dictionary."""
    canvas = Canvas()
    ref = embed_picture(canvas, data)
    canvas.page(Size(10, 10), "", {"I0": ref})
    with pikepdf.open(io.BytesIO(canvas.close())) as pdf:
        stream = pdf.get_object(ref.number, 0)
        assert isinstance(stream, pikepdf.Stream)
        image = pikepdf.PdfImage(stream).as_pil_image()
        facts = pikepdf.Dictionary(
            Filter=stream.Filter,
            ColorSpace=stream.ColorSpace,
            Alpha=stream.SMask.read_bytes() if "/SMask" in stream else b"",
        )
        return image, facts


def srgb_profile() -> bytes:
    profile: bytes = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile


def test_embed_picture_of_a_plain_jpeg_keeps_its_bytes() -> None:
    data = encoded(Image.new("RGB", (8, 4), (10, 200, 30)), "JPEG")
    canvas = Canvas()
    ref = embed_picture(canvas, data)

    with pikepdf.open(io.BytesIO(canvas.close())) as pdf:
        assert pdf.get_object(ref.number, 0).read_raw_bytes() == data


@pytest.mark.parametrize(
    ("mode", "colour", "mode_out", "colour_out"),
    [
        ("RGB", (1, 2, 3), "RGB", (1, 2, 3)),
        ("L", 77, "L", 77),
        ("1", 1, "L", 255),
        ("I;16", 0x8040, "L", 0x80),
    ],
)
def test_embed_picture_of_a_png_has_eight_bits(mode: str, colour: object, mode_out: str, colour_out: object) -> None:
    image, facts = embedded(encoded(Image.new(mode, (3, 2), colour), "PNG"))  # type: ignore[arg-type]

    assert (image.mode, image.size, image.getpixel((2, 1))) == (mode_out, (3, 2), colour_out)
    assert bytes(facts.Alpha) == b""


def test_embed_picture_keeps_transparency_as_a_mask() -> None:
    image, facts = embedded(encoded(Image.new("RGBA", (2, 1), (9, 8, 7, 128)), "PNG"))

    assert image.getpixel((0, 0)) == (9, 8, 7, 128)
    assert bytes(facts.Alpha) == b"\x80\x80"


def test_embed_picture_of_a_palette_with_a_clear_colour_has_a_mask() -> None:
    picture = Image.new("P", (2, 1), 1)
    picture.putpalette([255, 0, 0, 0, 0, 255])
    picture.putpixel((0, 0), 0)

    image, facts = embedded(encoded(picture, "PNG", transparency=0))

    assert image.getpixel((1, 0)) == (0, 0, 255, 255)
    assert bytes(facts.Alpha) == b"\x00\xff"


def test_embed_picture_that_is_opaque_has_no_mask() -> None:
    assert bytes(embedded(encoded(Image.new("LA", (2, 1), (9, 255)), "PNG"))[1].Alpha) == b""


def test_embed_picture_of_a_cmyk_jpeg_becomes_rgb() -> None:
    image, facts = embedded(encoded(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG"))

    red, green, blue = image.getpixel((4, 4))  # type: ignore[misc]
    assert facts.ColorSpace == pikepdf.Name.DeviceRGB
    assert red > 250
    assert max(green, blue) < 5


def test_embed_picture_of_a_camera_held_sideways_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    image, _ = embedded(encoded(Image.new("RGB", (16, 8)), "JPEG", exif=exif))

    assert image.size == (8, 16)


def test_embed_picture_in_srgb_keeps_its_numbers() -> None:
    image, _ = embedded(encoded(Image.new("RGB", (8, 8), (200, 30, 30)), "PNG", icc_profile=srgb_profile()))

    assert image.getpixel((4, 4)) == (200, 30, 30)


def test_embed_picture_with_a_foreign_profile_is_carried_over_to_srgb() -> None:
    foreign = srgb_profile().replace("sRGB".encode("utf-16-be"), "mine".encode("utf-16-be"))
    swapped = foreign.replace(b"rXYZ", b"####").replace(b"bXYZ", b"rXYZ").replace(b"####", b"bXYZ")

    image, _ = embedded(encoded(Image.new("RGB", (8, 8), (200, 30, 30)), "PNG", icc_profile=swapped))

    assert image.getpixel((4, 4)) == (30, 30, 200)


def test_embed_picture_with_a_broken_profile_keeps_its_numbers() -> None:
    image, _ = embedded(encoded(Image.new("RGB", (8, 8), (128, 128, 128)), "PNG", icc_profile=b"no profile"))

    assert image.getpixel((4, 4)) == (128, 128, 128)
