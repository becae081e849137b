"""PNG and JPEG files become image objects in grey or sRGB."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Final

from booklet.pdf.syntax import Objects, Ref

if TYPE_CHECKING:
    from PIL.Image import Image

_AS_THEY_ARE: Final = frozenset({"L", "RGB"})
"""Pillow's modes whose JPEG files any PDF reader decodes by itself."""

_SPACES: Final = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}

_SRGB: Final = (b"sRGB", "sRGB".encode("utf-16-be"))
"""How profiles of the sRGB family name themselves, in either version of the format."""

_ORIENTATION: Final = 0x0112
"""The EXIF tag that says how a camera was held; PDF readers ignore it."""

_BEYOND_BYTES: Final = frozenset({"I;16", "I;16B", "I;16L", "I"})
"""Pillow's modes for grey with 16 bits."""


_QUALITY: Final = 92
"""Of a JPEG that must be encoded anew: no difference to be seen, and a tenth of what it takes without loss."""


def embed_picture(canvas: Objects, data: bytes) -> Ref:
    """Embed a picture.

    A grey or sRGB JPEG goes in as it is; everything else is turned upright, converted to grey or sRGB with eight bits a
    channel, and its transparency kept as a soft mask.

    Args:
        canvas: the file that it goes into.
        data: the bytes of a PNG or JPEG file.

    Source: ISO 32000-1, 8.9.5 and 11.6.5.3; ISO 19005-2, 6.2.8.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415  # most books hold no picture

    with Image.open(io.BytesIO(data)) as image:
        upright = image.getexif().get(_ORIENTATION, 1) == 1
        profile = image.info.get("icc_profile", b"")
        foreign = bool(profile) and not any(name in profile for name in _SRGB)
        photo = image.format == "JPEG"
        if photo and upright and not foreign and image.mode in _AS_THEY_ARE:
            return canvas.add(_dictionary(image, "/DCTDecode"), data)
        turned = ImageOps.exif_transpose(image)
        managed = _in_srgb(turned, profile) if foreign else turned
        return _photo(canvas, managed) if photo else _graphic(canvas, managed)


def _photo(canvas: Objects, image: Image) -> Ref:
    """A picture that was a JPEG, and is one again."""
    image = _eight_bits(image)
    encoded = io.BytesIO()
    image.save(encoded, "JPEG", quality=_QUALITY)
    return canvas.add(_dictionary(image, "/DCTDecode"), encoded.getvalue())


def _graphic(canvas: Objects, image: Image) -> Ref:
    """A picture that loses nothing."""
    mask = ""
    if image.has_transparency_data:
        image = image.convert("RGBA" if image.mode in {"P", "PA", "RGB", "RGBA"} else "LA")
        alpha = image.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = f"/SMask {_deflated(canvas, alpha, '')}"
    return _deflated(canvas, _eight_bits(image), mask)


def _deflated(canvas: Objects, image: Image, mask: str) -> Ref:
    return canvas.add(_dictionary(image, "/FlateDecode", mask), zlib.compress(image.tobytes()))


def _dictionary(image: Image, compression: str, mask: str = "") -> str:
    return (
        f"<</Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}/BitsPerComponent 8"
        f"/ColorSpace{_SPACES[image.mode]}/Filter{compression}{mask}>>"
    )


def _eight_bits(image: Image) -> Image:
    """The picture in mode L or RGB."""
    if image.mode in _BEYOND_BYTES:
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image.convert("L" if image.mode in {"1", "L", "LA"} else "RGB")


def _in_srgb(image: Image, profile: bytes) -> Image:
    """The picture's colours carried over from its own profile to sRGB, if that profile can be read."""
    if image.mode not in {"RGB", "CMYK"}:
        return image
    from PIL import ImageCms  # noqa: PLC0415  # few pictures have a foreign profile

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    except (OSError, ImageCms.PyCMSError):
        return image  # a broken profile: the plain numbers are the best guess that is left
