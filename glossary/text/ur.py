"""Rules for Urdu as a target language."""

from __future__ import annotations

from glossary.text.generic import is_word

__all__ = ["POSTPOSITIONS", "is_oblique", "is_word", "paradigm", "skeleton"]

POSTPOSITIONS = frozenset("کا کی کے کو نے سے میں پر پہ تک تلے سمیت والا والی والے".split())  # a word list
"""Words that make the noun before them oblique."""

_AERAB = [*map(chr, (*range(0x064B, 0x0653), *range(0x0656, 0x0660))), "\u0670"]
_INVISIBLE = "\u0640\u200c\u200d\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Tatweel, joiners and bidi controls."""

# Before NFC every letter is the one that Unicode composes with a hamza (U+064A, U+06C1); after it, the Urdu one.
_COMPOSABLE = {"\u06cc": "\u064a", "\u0649": "\u064a", "\u0647": "\u06c1", "\u06d5": "\u06c1"}
_DELETED = {**dict.fromkeys(_AERAB, ""), **dict.fromkeys(_INVISIBLE, "")}
_CANONICAL = {
    "\u064a": "ی",
    "\u0643": "ک",
    "\u06aa": "ک",
    "\u0629": "ۃ",
    "\u06c0": "ۂ",
    "\u06d3": "ئے",
    **dict(zip("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", strict=True)),
}

_VOWELS = "اآیےوؤہۂۃھعءئیٰ"
_MARKED_MASCULINE = frozenset(
    # Nouns in -ہ and -ا that change to -ے: معاہدہ, معاہدے, معاہدوں. Words in -ہ that stay are not listed.
    "معاہدہ صوبہ ادارہ محکمہ شعبہ کمرہ علاقہ منصوبہ فیصلہ دورہ خطہ مسئلہ حملہ واقعہ معاملہ مقدمہ مظاہرہ دھماکہ دھماکا"
    " جھگڑا جرگہ قلعہ مدرسہ قبیلہ جریدہ روزنامہ ہفتہ عہدہ عشائیہ مذاکرہ طیارہ سیارہ تجربہ ذریعہ سرمایہ قافلہ راستہ رستہ"
    " مرحلہ سلسلہ خزانہ کارخانہ تھانہ خانہ سفارتخانہ اعلامیہ بیانیہ نظریہ رویہ جزیرہ اڈہ اڈا حلقہ رسالہ جائزہ مباحثہ"
    " معائنہ قرضہ بچہ نمائندہ شہزادہ ستارہ بیڑا بیڑہ جھنڈا پرچہ رابطہ قبضہ مطالبہ محاصرہ خدشہ خطرہ موازنہ جرمانہ ڈھانچہ"
    " نقشہ ٹھیکہ لڑکا بیٹا ہمسایہ کرایہ ڈاکا عملہ معاوضہ مکالمہ سانحہ مجسمہ میزائل‌خانہ".split()
)
_FEMININE = frozenset(
    "تنظیم جماعت حکومت وزارت عدالت کانفرنس کونسل ریاست سرحد قرارداد تحریک انجمن لیگ جنگ فوج فورس دستاویز کمپنی کمیٹی"
    " پارٹی ایجنسی اسمبلی پالیسی پابندی یونیورسٹی پارلیمان مہم ملاقات تجویز".split()
)
_MASCULINE = frozenset(
    "سفیر وزیر صدر گورنر جج جنرل ترجمان افسر کمانڈر وکیل مشیر رکن سیکریٹری سیکرٹری سپیکر اسپیکر میئر ڈائریکٹر"
    " چیئرمین قانون ملک شہر بینک ایوان بحران مہاجر سفارت‌کار سفارتکار کار صحافی دہشتگرد گرد کھلاڑی سپاہی".split()
)
