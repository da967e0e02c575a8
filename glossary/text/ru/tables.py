"""Words that the rules of declension treat by name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAME_PARTICLES = _words(
    "Абд Абдель Абу Ад Аль Ан Ас Ат Аун Аш Бен Бин Ван Де Ди Дос Ибн Ла Ле Ло Мак Сан Сен Сент Фон Эль"
)
"""Parts of foreign names that never change, also where they are written with a capital."""

FRENCH_FINALS = _words("Деррида Дюма Золя Люка Николя Петипа Тома")
"""Names stressed on their last -а or -я, which therefore never change."""

FIXED_NAME_PARTS = _words("Ага Бу Далай Жан Касым Мир Нур Тахт")
"""First parts of hyphenated names that never change (Жан-Ноэля, Касым-Жомарта); other first parts do."""

EAST_ASIAN_SURNAMES = _words(
    "Бан Буй Ван Во Ву Гао Го Данг Дин До Ду Дун Дэн Е Жэнь Зыонг Им Кан Ким Куан Кха Лай"
    " Ле Ли Лим Линь Ло Лу Лы Лыонг Лю Лян Ма Мин Мун Нам Нго Нгуен Но О Пак Пан Пань Пхён"
    " Пэн Се Си Син Со Сон Сун Сунь Сюй Сяо Тан То Тхан Тянь У Фам Фан Фэн Хан Хань Хван Хе"
    " Хо Хоанг Хон Ху Хуан Хун Хэ Цай Цао Цзан Цзинь Цзэн Цзян Цинь Цю Цюй Чан Чжан Чжао"
    " Чжоу Чжу Чжэн Чин Чо Чой Чон Чхве Чыонг Чэн Чэнь Шэ Шэнь Юань Юй Юн Ян Янь"
)
"""Chinese, Korean and Vietnamese family names that stand first; only the last part of the name declines."""

FIXED_COMPOUND_PARTS = _words(
    "альфа бизнес блок вице генерал дизель евро интернет кабинет капитан медиа мини онлайн"
    " пилот поп премьер пресс рок спец супер топ унтер шеф штаб экс"
)
"""First parts of compounds that never change, though some are nouns by themselves (премьер-министра)."""

MISDECLINED = _words("баянгол брисбен кэсон лахор лусон мисол могзон сатирикон тэджон шамхор щугор")
"""Places for which the dictionary of pymorphy3 drops a vowel that stays (Лахора, Брисбена)."""

ZERO_GENITIVES = _words("багамы балканы гренадины коморы салоники сейшелы")
"""Plural places whose genitive has no ending, where the dictionary of pymorphy3 gives -ов (Балкан)."""

COMPARATIVES = _words("больший меньший")
"""Adjectives that share forms with a plain one, which is nearly always meant (Большая из большой)."""

CHANGING_COMPOUND_PARTS = _words("город государство компания крепость остров республика страна")
"""Inanimate first parts that change with the second (города-героя); animate ones always do."""
