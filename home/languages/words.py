"""The few sentences that a translated page says by itself, in its own language.

They carry no safety advice. A second reader of each language has to read them before launch.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sentences:
    behind: str  # The English page is newer than this translation.
    english: str  # Read it in English.


IN = {
    "es": Sentences("La página en inglés es más reciente que esta traducción.", "Leer en inglés"),
    "pt": Sentences("A página em inglês é mais recente do que esta tradução.", "Ler em inglês"),
    "fr": Sentences("La page en anglais est plus récente que cette traduction.", "Lire en anglais"),
    "ar": Sentences("الصفحة الإنجليزية أحدث من هذه الترجمة.", "اقرأ بالإنجليزية"),
    "so": Sentences("Bogga Ingiriisiga ayaa ka cusub turjumaaddan.", "Ku akhri Ingiriis"),
}
IN_ENGLISH = Sentences("The English page is newer than this translation.", "Read in English")
