"""Scans -> pictures of their pages, in a process of its own: decoders of pictures are as easily broken as any parser.

Run by :mod:`grader.readers.scan` from a bare interpreter, under the limits of :mod:`grader.readers.worker`. It reads the file from
its input and answers with one record a page: a kind (one byte), a length, the bytes of a grey PNG or of a refusal.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from struct import Struct, pack
from typing import Any

from grader.errors import InputError

RECORD = Struct(">cI")
PAGE, REFUSED, END = b"P", b"R", b"E"
MAX_PAGES = 20  # a page takes seconds to recognise
MAX_PIXELS = 40_000_000
DOTS = 300  # an inch, as recognition likes it
_DRAWN = 12_000_000  # pixels of a page: A4 has 8.7 million at 300 dots

Picture = tuple[int, int, bytes]  # width, height, one byte a pixel from the top


def main(suffix: str, label: str) -> None:
    """Answers for the one file on standard input."""
    from grader.readers import worker

    requests, answers = worker.confine()
    try:
        for picture in pictures(requests.read(), suffix, label):
            page = png(*picture)
            answers.write(RECORD.pack(PAGE, len(page)) + page)
        answers.write(RECORD.pack(END, 0))
    except InputError as error:
        said = str(error).encode()
        answers.write(RECORD.pack(REFUSED, len(said)) + said)
    answers.flush()


def pictures(data: bytes, suffix: str, label: str) -> Iterator[Picture]:
    """Each page of a PDF or of a picture file.

    Raises:
        InputError: too many pages, too many pixels, damaged, or Pillow is not installed.
    """
    return _drawn(data, label) if suffix == ".pdf" else _photographed(data, label)


def _drawn(data: bytes, label: str) -> Iterator[Picture]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    _check_pages(len(document), label)
    for page in document:
        width, height = page.get_size()
        scale = min(DOTS / 72, (_DRAWN / max(1.0, width * height)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        rows = memoryview(bitmap.buffer).cast("B")
        step, wide, high = bitmap.stride, bitmap.width, bitmap.height
        yield wide, high, b"".join(rows[at * step : at * step + wide] for at in range(high))
        bitmap.close()
        page.close()


def _photographed(data: bytes, label: str) -> Iterator[Picture]:
    try:
        from PIL import Image, ImageOps
    except ImportError:
        raise InputError(
            f"{label}: pictures are read only where Pillow is installed (pip install 'grader[ocr]'); "
            "or type the words into a text file"
        ) from None
    Image.MAX_IMAGE_PIXELS = None  # our own limit, which is lower
    try:
        image: Any = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
    except (OSError, ValueError, SyntaxError):
        raise InputError(f"{label}: not a picture that can be opened; save it again as .png or .jpg") from None
    try:
        for number in range(_frames(image, label)):
            image.seek(number)
            if image.width * image.height > MAX_PIXELS:
                raise InputError(
                    f"{label}: {image.width * image.height / 1e6:.0f} million pixels; save the picture with at most "
                    f"{MAX_PIXELS // 1_000_000} million"
                )
            image.draft("L", (image.width, image.height))  # a JPEG is decoded to greys at once
            grey = ImageOps.exif_transpose(image.convert("L"))
            if grey.width * grey.height > _DRAWN:
                shrink = (_DRAWN / (grey.width * grey.height)) ** 0.5
                grey = grey.resize((int(grey.width * shrink), int(grey.height * shrink)))
            yield grey.width, grey.height, grey.tobytes()
    except InputError:
        raise
    except Exception:  # decoders of broken pictures raise errors of every kind
        raise InputError(f"{label}: a damaged picture; save or scan it again") from None


def _frames(image: Any, label: str) -> int:
    frames: int = getattr(image, "n_frames", 1)
    _check_pages(frames, label)
    return frames


def _check_pages(count: int, label: str) -> None:
    if count > MAX_PAGES:
        raise InputError(
            f"{label}: {count} pages of pictures; at most {MAX_PAGES} are recognised, so split the file or type the words"
        )


def png(width: int, height: int, greys: bytes) -> bytes:
    """A grey PNG of the pixels (PNG specification, section 11: IHDR, IDAT, IEND)."""
    rows = b"".join(b"\0" + greys[at : at + width] for at in range(0, width * height, width))
    head = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
