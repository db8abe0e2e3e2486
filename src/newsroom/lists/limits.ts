// Numbers that the newsroom's pages know as well as the server: no database here.

/** From this number on a list says "more than": nobody counts on, and no list takes longer. */
export const mostCounted = 10_000

/** How many numbers one cell of the coverage takes (see readCoverage). */
export const cellLength = 7
