"""A saved mail, or a page saved as MHTML, to a raw article."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from dateline.desk.intake.found import IntakeError, Note, Raw
from dateline.desk.intake.page import read_page
from dateline.desk.intake.plain import read_plain
from dateline.desk.intake.tidy import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage


def read_mail(data: bytes, *, with_images: bool = False) -> Raw:
    """The first page in it, else its first plain text; a mail's date is when it was sent, and only said."""
    message = message_from_bytes(data, policy=policy.default)
    part = _part(message, "text/html") or _part(message, "text/plain")
    if part is None:
        raise IntakeError("this mail holds neither a page nor a text")
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    address = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    if part.get_content_type() == "text/plain":
        return _as_mail(read_plain(content, declared=part.get_content_charset()), message)
    raw = read_page(
        content,
        declared=part.get_content_charset(),
        url=str(address) if address else None,
        with_images=with_images,
    )
    raw = replace(raw, images=dict(_images(message)) if with_images else {})
    return raw if address else _as_mail(raw, message)


def _images(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """The pictures that come with it, by the addresses a page has for them."""
    for part in message.walk():
        payload = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
        if isinstance(payload, bytes):
            yield str(part.get("Content-Location", "")), payload
            yield f"cid:{str(part.get('Content-ID', '')).strip('<>')}", payload


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    return next((part for part in message.walk() if part.get_content_type() == kind), None)


def _as_mail(raw: Raw, message: EmailMessage) -> Raw:
    subject = one_line(str(message.get("Subject", "")))
    sent = message.get("Date")
    note = Note(kind="unresolved", about="published", text=f"the mail was sent on {_day(str(sent))}") if sent else None
    return replace(raw, title=raw.title or subject or None, notes=(*raw.notes, *([note] if note else [])))


def _day(sent: str) -> str:
    try:
        return parsedate_to_datetime(sent).date().isoformat()
    except ValueError:
        return f"“{sent}”"
