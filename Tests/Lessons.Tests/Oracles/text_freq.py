"""Four texts as a matrix, mode freq, and one sigmoid unit on it: a cell is c / n, the count over the number of words of the text."""

from text_classifier import train

train(lambda c, n, texts, df: c / n)
