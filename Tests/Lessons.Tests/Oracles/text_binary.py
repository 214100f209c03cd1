"""Four texts as a matrix, mode binary, and one sigmoid unit on it: a cell is 1 if the word stands in the text, else 0."""

from text_classifier import train

train(lambda c, n, texts, df: 1.0 if c else 0.0)
