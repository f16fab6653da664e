"""The projection on all words of two letters, in shortlex order."""

from semicircular import draw_words

draw_words(6)
