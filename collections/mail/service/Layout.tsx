import type { Lang } from '@/core/lang'

/*
 * Mail programs know little CSS: colours stand inline for the light look, a style block adds the dark one,
 * and `color-scheme` keeps programs that recolour by themselves from guessing.
 */
const DARK = `
  :root { color-scheme: light dark; }
  .page a { color: #12444d; }
  @media (prefers-color-scheme: dark) {
    .page { background: #14191a !important; color: #ece7dc !important; }
    .page a { color: #8fc7cf !important; }
    .foot { color: #b9b3a6 !important; border-color: #3a4446 !important; }
  }`

const page = {
  margin: 0,
  padding: '24px 16px',
  background: '#fbf8f2',
  color: '#1c2526',
  font: '16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
}
const column = { maxWidth: '34em', margin: '0 auto' }
const name = {
  margin: '0 0 24px',
  font: '600 20px/1.3 "Iowan Old Style", "Palatino Linotype", Georgia, serif',
}
const foot = {
  margin: '32px 0 0',
  padding: '12px 0 0',
  borderTop: '1px solid #d9d2c3',
  fontSize: '13px',
  color: '#5a6465',
}

/** What every mail wears. */
export function Layout({
  lang,
  subject,
  site,
  footer,
  view,
}: {
  lang: Lang
  subject: string
  site: string
  footer: string
  /** Markup, made and set by renderMail. */
  view: string
}) {
  return (
    <html lang={lang}>
      {/* biome-ignore lint/style/noHeadElement: a mail is a document of its own, not a page of Next's */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        <style>{DARK}</style>
      </head>
      <body className="page" style={page}>
        <div style={column}>
          <p style={name}>
            <a href={site} style={{ color: '#12444d', textDecoration: 'none' }}>
              Compagnon
            </a>
          </p>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by React in renderMail */}
          <div dangerouslySetInnerHTML={{ __html: view }} />
          <p className="foot" style={foot}>
            {footer}
          </p>
        </div>
      </body>
    </html>
  )
}
