import pytest

from glossary.noise import is_noise, repeated


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("Hello there.", ""),
        ("Hello there.", "да да да да да да да"),
        ("Sharif", "Шариф, " * 20),
        ("Yes.", "Стороны договорились продолжить переговоры о границе."),
        ("The parties agreed.", "Стороны усилиилиилиилиилия договорились."),
        ("Russia agreed.", "«РРРРРия» согласилась."),
        ("It cost 1.2 million.", "Это стоило 1,2222222 млн."),
        ("Great news 🙂", "Отличные новости \ufffd\ufffd"),
        ("Both sides agreed.", "Обе стороны согласились, обе стороны согласились."),
        ("We met them in Moscow.", "мы встретили их мы встретили их мы встретили их"),
    ],
)
def test_noise(source: str, output: str) -> None:
    assert is_noise(source, output)


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("Hello there.", "Привет."),
        ("No, no, no, no, no!", "Нет, нет, нет, нет, нет!"),
        ("It was very, very good.", "Это было очень, очень хорошо."),
        ("UN", "Организация Объединенных Наций"),
        ("He said that that was that.", "Он сказал, что это было то."),
        ("It cost 1,000,000.", "Это стоило 1 000 000."),
        ("Aaaaaa!", "Аааааа!"),
        ("", ""),
    ],
)
def test_no_noise(source: str, output: str) -> None:
    assert not is_noise(source, output)


def test_repetition_is_counted_in_words() -> None:
    assert repeated("very very very good".split()) == 3
    assert repeated("both sides agreed both sides agreed".split()) == 6
    assert repeated("each word differs".split()) == 0
