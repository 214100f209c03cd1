"""Four texts as a matrix, mode count, and one sigmoid unit on it: a cell is c, how often the word stands in the text."""

from text_classifier import train

train(lambda c, n, texts, df: float(c))
