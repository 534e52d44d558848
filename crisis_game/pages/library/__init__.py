"""The pages of the law library: articles, rules of judgement, real cases and the words of the glossary."""
