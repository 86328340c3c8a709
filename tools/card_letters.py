def write_letters(fonts, ranges, path):
    pass
