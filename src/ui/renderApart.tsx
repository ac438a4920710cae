import type { ReactNode } from 'react'
import { UiProvider, type UiProviderProps } from './context'

/**
 * HTML of something that a page takes from elsewhere, rendered by itself: what one of its components throws is thrown
 * here, not while the page is put together. `id` begins the ids it makes; '' where there is nothing to show.
 */
export async function renderApart(
  node: ReactNode,
  id: string,
  ui: Omit<UiProviderProps, 'children'>,
): Promise<string> {
  if (node === null || node === undefined || typeof node === 'boolean' || node === '') return ''
  // At run time: Next refuses to bundle React's server renderer into the admin.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(<UiProvider {...ui}>{node}</UiProvider>, { identifierPrefix: `${id}-` })
}
