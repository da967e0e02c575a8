import pytest

from glossary.text import dates


@pytest.mark.parametrize(
    ("text", "ru", "ur"),
    [
        ("September 2", "2 сентября", "2 ستمبر"),
        ("Sept. 2, 2025", "2 сентября 2025 года", "2 ستمبر 2025ء"),
        ("Sep 02 2025", "2 сентября 2025 года", "2 ستمبر 2025ء"),
        ("2nd Sep, 2025", "2 сентября 2025 года", "2 ستمبر 2025ء"),
        ("SEPT 2ND", "2 сентября", "2 ستمبر"),
        ("1st of May", "1 мая", "1 مئی"),
        ("31 Aug.", "31 августа", "31 اگست"),
        ("Monday", "понедельник", "پیر"),
        ("SUNDAY", "воскресенье", "اتوار"),
    ],
)
def test_a_day_is_rendered(text: str, ru: str, ur: str) -> None:
    assert list(dates.rendered(text, "ru")) == [(0, len(text), ru)]
    assert list(dates.rendered(text, "ur")) == [(0, len(text), ur)]


@pytest.mark.parametrize(
    "text", ["May", "September 2025", "32 May", "May 2-4", "2 Mayors", "May 25th-26th", "Fridays", "Sun"]
)
def test_what_is_no_day(text: str) -> None:
    assert list(dates.rendered(text, "ru")) == []


def test_no_day_is_rendered_in_a_language_without_words() -> None:
    assert list(dates.rendered("September 2", "bg")) == []
