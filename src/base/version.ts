/** The version of this package, as in package.json; every decision carries it. */
export const engineVersion = '0.1.0'

/** The version of the program format; a program of another version is refused. */
export const languageVersion = 1
