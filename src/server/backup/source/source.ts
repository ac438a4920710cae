import type { Row, Section } from '../sections'

/** Where rows are read from, all at one instant. */
export type Source = {
  /** The rows of a section, some at a time, in the order of their ids. */
  pages(section: Section): AsyncIterable<Row[]>
}

/** Rows at a time. */
export const PAGE = 1_000
