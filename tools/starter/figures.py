"""Short sentences about money, shares, ages, times and years, with numbers drawn by chance.

Numbers in general text are few and mostly small; here they come in every shape, so that models copy them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from tools.starter.marks import Pair


class _Said(NamedTuple):
    """The same in English, Russian and Urdu."""

    en: str
    ru: str
    ur: str


class _Person(NamedTuple):
    """Somebody who has an age: the words, and what they did."""

    en: str
    ru: str
    ru_came: str
    ru_said: str
    ur: str
    ur_came: str


_MONEY = (
    _Said("The deal is worth {}.", "Сделка оценивается в {}.", "معاہدے کی مالیت {} ہے۔"),
    _Said("The fund received {}.", "Фонд получил {}.", "فنڈ کو {} ملے۔"),
    _Said("The company lost {}.", "Компания потеряла {}.", "کمپنی کو {} کا نقصان ہوا۔"),
    _Said("They will pay {}.", "Они заплатят {}.", "وہ {} ادا کریں گے۔"),
    _Said("A {} deal", "Сделка на {}", "{} کا معاہدہ"),
    _Said("The repairs cost {}.", "Ремонт обошёлся в {}.", "مرمت پر {} خرچ ہوئے۔"),
)
_CURRENCIES = (
    _Said("$", "долларов", "ڈالر"),
    _Said("£", "фунтов стерлингов", "پاؤنڈ"),
    _Said("€", "евро", "یورو"),
)
_SHARES = (
    _Said("Sales rose by {}.", "Продажи выросли на {}.", "فروخت میں {} اضافہ ہوا۔"),
    _Said("Prices fell {} in a month.", "Цены за месяц упали на {}.", "قیمتیں ایک ماہ میں {} گر گئیں۔"),
    _Said("Some {} of voters said yes.", "Около {} избирателей — «за».", "تقریباً {} ووٹر حق میں ہیں۔"),
    _Said("The rate is {}.", "Ставка составляет {}.", "شرح {} ہے۔"),
)
_PEOPLE = (
    _Person("man", "летний мужчина", "пришёл", "сказал", "شخص", "آیا"),
    _Person("woman", "летняя женщина", "пришла", "сказала", "خاتون", "آئیں"),
    _Person("student", "летний студент", "пришёл", "сказал", "طالب علم", "آیا"),
    _Person("mother", "летняя мать", "пришла", "сказала", "ماں", "آئیں"),
    _Person("driver", "летний водитель", "пришёл", "сказал", "ڈرائیور", "آیا"),
    _Person("farmer", "летний фермер", "пришёл", "сказал", "کسان", "آیا"),
)
_NIGHT = 8  # the hour after noon from which Urdu speaks of the night
_COUNTED = (
    _Said("More than {} people came.", "Пришли более {} человек.", "{} سے زیادہ لوگ آئے۔"),
    _Said(
        "They make {} cars a year.", "Они выпускают {} автомобилей в год.", "وہ سال میں {} گاڑیاں بناتے ہیں۔"
    ),
)


def pairs(language: str, random: Random, count: int) -> Iterator[Pair]:
    """Yield sentences with numbers: `count` of them."""
    for _ in range(count):
        said = random.choice(_KINDS)(random)
        yield Pair(said.en, said.ru if language == "ru" else said.ur)


def _money(random: Random) -> _Said:
    sign, frame = random.choice(_CURRENCIES), random.choice(_MONEY)
    if random.random() < 0.5:
        figure = _decimal(random)
        english, russian, urdu = "billion", f"{_comma(figure)} млрд", f"{figure} ارب"
    else:
        millions = random.randint(1, 990)
        figure, english, russian = str(millions), "million", f"{millions} млн"
        urdu = _in_crores(millions)
    unit = random.choice((f" {english}", f" {english}", english, english[0] + "n"[: english == "billion"]))
    return _Said(
        frame.en.format(f"{sign.en}{figure}{unit}"),
        frame.ru.format(f"{russian} {sign.ru}"),
        frame.ur.format(f"{urdu} {sign.ur}"),
    )


def _in_crores(millions: int) -> str:
    """Return millions as Urdu counts them: 400 are 40 کروڑ, 5 are 50 لاکھ."""
    crores, rest = divmod(millions, 10)
    return " ".join(f"{n} {word}" for n, word in ((crores, "کروڑ"), (10 * rest, "لاکھ")) if n)


def _share(random: Random) -> _Said:
    frame, figure = random.choice(_SHARES), _decimal(random)
    sign = random.choice(("%", " percent", " per cent"))
    return _Said(
        frame.en.format(figure + sign),
        frame.ru.format(f"{_comma(figure)}%"),
        frame.ur.format(f"{figure} فیصد"),
    )


def _age(random: Random) -> _Said:
    person, age = random.choice(_PEOPLE), random.randint(17, 98)
    if random.random() < 0.5:
        return _Said(
            f"A {age}-year-old {person.en} came to the meeting.",
            f"На встречу {person.ru_came} {age}-{person.ru}.",
            f"{age} سالہ {person.ur} اجلاس میں {person.ur_came}۔",
        )
    return _Said(
        f"“I know nothing,” the {age}-year-old {person.en} said.",
        f"«Я ничего не знаю», — {person.ru_said} {age}-{person.ru}.",
        f"{age} سالہ {person.ur} نے کہا: “مجھے کچھ معلوم نہیں۔”",
    )


def _years_old(random: Random) -> _Said:
    age = random.randint(17, 98)
    years = "лет" if age % 10 in (0, 5, 6, 7, 8, 9) or 10 < age < 20 else "год" if age % 10 == 1 else "года"
    if random.random() < 0.5:
        return _Said(f"He is {age} years old.", f"Ему {age} {years}.", f"وہ {age} سال کے ہیں۔")
    return _Said(f"She is {age}.", f"Ей {age} {years}.", f"وہ {age} سال کی ہیں۔")


def _time(random: Random) -> _Said:
    hour, minute = random.randint(6, 11), f"{random.randint(0, 59):02}"
    morning = random.random() < 0.5
    letter, blank = "a" if morning else "p", random.choice(("", " "))
    half = random.choice((f"{letter}m", f"{letter}.m."))
    return _Said(
        f"It began at {hour}{random.choice('.:')}{minute}{blank}{half}".removesuffix(".") + ".",
        f"Это началось в {hour}:{minute} {'утра' if morning else 'вечера'}.",
        f"یہ {'صبح' if morning else 'شام' if hour < _NIGHT else 'رات'} {hour}:{minute} بجے شروع ہوا۔",
    )


def _year(random: Random) -> _Said:
    year = random.randint(1700, 2035)
    if random.random() < 0.5:
        return _Said(f"It opened in {year}.", f"Открытие состоялось в {year} году.", f"یہ {year} میں کھلا۔")
    decade = year // 10 * 10
    return _Said(
        f"The church was built in the {decade}s.",
        f"Церковь построили в {decade}-х годах.",
        f"گرجا گھر {decade} کی دہائی میں تعمیر ہوا۔",
    )


def _count(random: Random) -> _Said:
    frame, number = random.choice(_COUNTED), random.randint(10, 9999) * 100
    return _Said(
        frame.en.format(f"{number:,}"),
        frame.ru.format(f"{number:,}".replace(",", " ") if number > 9999 else number),
        frame.ur.format(f"{number:,}"),
    )


def _decimal(random: Random) -> str:
    whole = random.randint(1, 99)
    return str(whole) if random.random() < 0.4 else f"{whole}.{random.randint(1, 9)}"


def _comma(figure: str) -> str:
    return figure.replace(".", ",")


_KINDS: tuple[Callable[[Random], _Said], ...] = (
    _money,
    _money,
    _share,
    _age,
    _age,
    _years_old,
    _time,
    _year,
    _count,
)
