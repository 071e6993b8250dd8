"""The model of an article: nouns only, frozen, named as JATS names them."""
