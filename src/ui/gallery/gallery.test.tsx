import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { brokenReferences } from '../testing/brokenReferences'
import { Gallery } from './index'

describe.each(['public', 'extranet'] as const)('the %s gallery', (frame) => {
  it.each(['fr', 'en'] as const)('in %s: nothing inline, nothing dangling', (lang) => {
    const html = renderToStaticMarkup(<Gallery frame={frame} lang={lang} />)
    expect(html).not.toMatch(/\sstyle="|<script|<style|\son\w+="|javascript:/)
    expect(html).not.toMatch(/undefined|NaN|\[object/)
    expect(brokenReferences(html)).toEqual([])
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<main/g)).toHaveLength(1)
  })
})
