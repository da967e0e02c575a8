"""Words that the rules of declension treat by name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAME_PARTICLES = _words(
    "Абд Абдель Абдул Абу Абуль Ага Ад Аль Ан Ас Ат Ата Атта Аун Аш Бен Бин Ван Де Ди Дос Ибн Ла Ле Ло"
    " Мак Мир Сан Сен Сент Фон Эль"
)
"""Parts of foreign names that never change before another, also where they are written with a capital."""

FRENCH_FINALS = _words("Деррида Дюма Золя Люка Николя Петипа Тома")
"""Names stressed on their last -а or -я, which therefore never change."""

FIXED_NAME_PARTS = _words("Анри Бу Жан Кара Касым Луи Мари Нур Поль Пьер Фостен Шарль Юнус")
"""First parts of given names that never change (Жан-Ноэля, Касым-Жомарта); other first parts do."""

RUSSIAN_GIVEN_NAMES = _words(
    "Аделина Адель Айдар Айрат Аида Александр Александра Алексей Алексий Алена Алина Алиса Алия Алла Альберт"
    " Альбина Анастасия Анатолий Андрей Анна Антон Антонина Аркадий Арсений Артем Артемий Артур Афанасий"
    " Богдан Борис Вадим Валентин Валентина Валерий Валерия Варвара Василий Василиса Венера Вениамин Вера"
    " Вероника Виктор Виктория Виталий Влад Владимир Владислав Владлен Всеволод Вячеслав Галина Геннадий"
    " Георгий Герман Глеб Григорий Гузель Давид Дамир Дарья Денис Диана Дина Динара Дмитрий Ева Евгений"
    " Евгения Евдокия Егор Екатерина Елена Елизавета Ефим Жанна Захар Зинаида Злата Зоя Зульфия Иван Игнатий"
    " Игорь Ильдар Илья Инна Иннокентий Иосиф Ирина Ия Камиль Капитолина Карина Кирилл Клавдия Климент"
    " Константин Кристина Ксения Лариса Лев Леонид Лидия Лилия Любовь Людмила Майя Макар Максим Марат"
    " Маргарита Марина Мария Марк Марфа Матвей Мирон Михаил Надежда Наиль Наталия Наталья Никита Николай"
    " Нина Оксана Олег Олеся Ольга Павел Петр Платон Полина Прохор Равиль Раиса Рамиль Ренат Ринат Роберт"
    " Родион Роман Руслан Рустам Савва Савелий Светлана Святослав Семен Сергей Серафим Снежана София Софья"
    " Станислав Степан Стефания Тамара Тарас Татьяна Тимофей Тимур Тихон Ульяна Федор Филипп Фома Чулпан"
    " Эдуард Эльвира Эльдар Эмилия Эмма Юлиан Юлия Юрий Яков Яна Ярослав"
)
"""Given names beside which a surname in -ин or -ой is taken for Russian: Костиным, but Корбином."""

EAST_ASIAN_SURNAMES = _words(
    "Ан Бай Бан Бо Буй Ван Ви Во Ву Вэй Вэнь Гао Го Гуань Данг Дао До Ду Дуань Дун Дин Дэн Е Жуань Жэнь"
    " Зыонг Им Кан Ким Ко Куан Кун Кха Лай Ле Ли Лим Линь Ло Лу Лун Лы Лыонг Лэй Лю Лян Ма Мао Мин Мун Мэн"
    " Нам Нго Нгуен Ни Но О Пак Пан Пань Пхён Пэк Пэн Се Си Сим Син Со Сон Су Сун Сунь Сюй Сюэ Ся Сян Сяо"
    " Тан Тао То Тун Тхан Тянь У Фам Фан Фань Фу Фэн Ха Хан Хань Хван Хе Хо Хоанг Хон Хоу Ху Хуа Хуан Хун"
    " Хэ Цай Цао Цзан Цзи Цзинь Цзоу Цзэн Цзян Цинь Цуй Цю Цюй Чан Чжай Чжан Чжао Чжоу Чжу Чжэн Чин Чинь Чо"
    " Чой Чон Чу Чхве Чыонг Чэн Чэнь Ша Шао Ши Шэ Шэнь Юань Юй Юн Юэ Ян Янь"
)
"""Chinese, Korean and Vietnamese family names that stand first; only the last part of the name declines."""

GIVEN_ELSEWHERE = _words("Дэн Ким Хуан Ян")
"""Those of them that are given names in other languages: Дэна Кейна, Хуана Гуайдо, but Дэн Сяопина."""

FIXED_COMPOUND_PARTS = _words(
    "альфа бизнес блок вице генерал дизель евро интернет кабинет капитан медиа мини онлайн"
    " пилот поп премьер пресс рок спец супер топ унтер шеф штаб экс"
)
"""First parts of compounds that never change, though some are nouns by themselves (премьер-министра)."""

MISDECLINED = _words("баянгол брисбен кэсон лахор лусон мисол могзон сатирикон тэджон шамхор щугор")
"""Places for which the dictionary of pymorphy3 drops a vowel that stays (Лахора, Брисбена)."""

ZERO_GENITIVES = _words("багамы балканы гренадины коморы салоники сейшелы")
"""Plural places whose genitive has no ending, where the dictionary of pymorphy3 gives -ов (Балкан)."""

FIXED_PLACES = _words("апиа тонга")
"""Places that never change, whatever gender they have."""

COMPARATIVES = _words("больший меньший")
"""Adjectives that share forms with a plain one, which is nearly always meant (Большая из большой)."""

CHANGING_COMPOUND_PARTS = _words("город государство компания крепость остров республика страна")
"""Inanimate first parts that change with the second (города-героя); animate ones always do."""
