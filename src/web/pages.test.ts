import { expect, it } from 'vitest'
import { lastRoutes } from './pages'

it('the design system is shown in development alone', () => {
  const paths = (development: boolean) => lastRoutes(development).map((route) => route.path)
  expect(paths(true)).toContain('/design')
  expect(paths(false)).not.toContain('/design')
})
