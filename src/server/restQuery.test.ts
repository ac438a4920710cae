import type { FlattenedField } from 'payload'
import { expect, it } from 'vitest'
import { badQuery } from './restQuery'

const fields = [
  { name: 'title', type: 'text' },
  { name: 'content', type: 'richText' },
  { name: 'publishedAt', type: 'date' },
] as unknown as FlattenedField[]
const bad = (query: string) => badQuery(new URLSearchParams(query), fields)

it.each([
  '',
  'limit=10&page=2&depth=1',
  'where[title][like]=ap',
  'where[or][0][and][0][title][equals]=x&where[or][1][title][exists]=true',
  'where[title][in][]=x&where[title][in][1]=y',
  'where[publishedAt][less_than]=2026-11-27T10:00:00.000Z&where[publishedAt][exists]=false',
  'where[publishedAt][equals]=null',
  'where={"title":{"equals":"x"}}',
  'where=',
  'data={"title":"x"}',
])('lets pass what can be asked: %s', (query) => expect(bad(query)).toBeUndefined())

it.each([
  'limit=1e99',
  'page=1e99',
  'where=x',
  'where="x"',
  'where={"title":{"near":"1"}}',
  'where={"or":[{"title":{"near":"1"}}]}',
  'data=x',
  'where[title][near]=1',
  'where[or][0][title][within]=1',
  'where[title][all]=x',
  'where[title][equals][equals]=x',
  'where[title][equals][]=x',
  'where[content.root][equals]=x',
  'where[publishedAt][equals]=yesterday',
])('names what would make the database fail: %s', (query) => expect(bad(query)).toBeDefined())
