import type { Response } from 'express'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type PageLink, readPageLinks } from '@/collections/pages'
import { extranet, staff } from '@/core/access'
import type { Lang } from '@/core/lang'
import { type App, landingOf, type MenuEntry, menuOf, type Reply } from '@/hooks'
import type { Flash as FlashMessage } from '@/hooks/web'
import {
  type AccountGroup,
  AccountMenu,
  ButtonLink,
  ErrorPage,
  ExtranetLayout,
  Flash,
  type IconName,
  PostButton,
  PublicLayout,
  typeset,
  UiProvider,
} from '@/ui'
import type { Assets } from './assets'
import { type Incoming, langOf } from './context'
import { webTexts } from './i18n'
import { sendBody } from './send'

type PageReply = Extract<Reply, { type: 'page' }>
export type Problem = 'notFound' | 'forbidden' | 'failed' | 'busy' | 'origin' | 'tooMany'
const STATUS: Record<Problem, number> = {
  notFound: 404,
  forbidden: 403,
  failed: 500,
  busy: 503,
  origin: 403,
  tooMany: 429,
}

export type RendererOptions = { app: App; assets: Assets; https: boolean; development: boolean }

/** Puts the document and the layout around what modules return. */
export function createRenderer({ app, assets }: RendererOptions) {
  const page = async (req: Incoming, reply: PageReply, flash: FlashMessage | null): Promise<string> => {
    const lang = langOf(req)
    // A page that tells of a failure must not fail for want of its menu.
    const pages = await readPageLinks(app, lang).catch((err) => {
      app.log.error({ err }, 'menus could not be read')
      return []
    })
    const body = renderToStaticMarkup(
      <UiProvider lang={lang} now={app.clock.now()} zone={app.settings.timeZone}>
        <Frame app={app} req={req} lang={lang} reply={reply} flash={flash} pages={pages} />
      </UiProvider>,
    )
    return document(lang, reply, body)
  }

  const document = (lang: Lang, reply: PageReply, body: string): string => {
    const title = escapeHtml(`${typeset(reply.title, lang)} · ${webTexts(lang).siteName}`)
    const description = reply.description
      ? `<meta name="description" content="${escapeHtml(typeset(reply.description, lang))}">`
      : ''
    const robots = reply.noindex ? '<meta name="robots" content="noindex, nofollow, noarchive">' : ''
    const stylesheet = assets.stylesheet()
    const scripts = ['page', ...(reply.islands ?? [])].flatMap((name) => assets.island(name) ?? [])
    return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">${description}${robots}${stylesheet ? `<link rel="stylesheet" href="${stylesheet}">` : ''}<link rel="icon" href="/marque.svg" type="image/svg+xml">${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('')}</head><body>${body}</body></html>`
  }

  const problem = (req: Incoming, kind: Problem, reason?: string): Promise<string> => {
    const lang = langOf(req)
    const t = webTexts(lang).errors
    const words = t[kind]
    const home = req.who ? landingOf(app, req.who) : '/'
    const view = (
      <ErrorPage
        code={STATUS[kind]}
        title={words.title}
        lead={reason ?? words.text}
        homeHref={home}
        {...(kind === 'failed' ? { reference: req.id } : {})}
      >
        {kind === 'forbidden' && !req.who && (
          <p>
            <ButtonLink href="/connexion">{t.signIn}</ButtonLink>
          </p>
        )}
      </ErrorPage>
    )
    return page(
      req,
      { type: 'page', title: words.title, view, layout: extranet(req.who) ? 'extranet' : 'public' },
      null,
    )
  }

  const formProblem = (req: Incoming, status: number): Promise<string> => {
    const t = webTexts(langOf(req))
    const view = <ErrorPage code={status} lead={status === 413 ? t.form.tooLarge : t.form.broken} />
    return page(req, { type: 'page', title: t.errors.origin.title, view }, null)
  }

  /** Ends a request with a page that says what is wrong and the way out. */
  const sendProblem = async (req: Incoming, res: Response, kind: Problem, reason?: string): Promise<void> => {
    const html = await problem(req, kind, reason)
    sendBody(req, res.status(STATUS[kind]).set('Cache-Control', 'no-store').type('html'), html)
  }

  return { page, sendProblem, formProblem }
}
export type Renderer = ReturnType<typeof createRenderer>

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

type FrameProps = {
  app: App
  req: Incoming
  lang: Lang
  reply: PageReply
  flash: FlashMessage | null
  pages: PageLink[]
}

function Frame({ app, req, lang, reply, flash, pages }: FrameProps) {
  const t = webTexts(lang)
  const path = req.originalUrl.split('?')[0] ?? '/'
  const here = reply.current ?? path
  const back = encodeURIComponent(req.method === 'GET' ? req.originalUrl : '/')
  const common = {
    brand: { name: t.siteName, href: extranet(req.who) ? '/aujourdhui' : '/' },
    langHrefs: { fr: `/langue/fr?suite=${back}`, en: `/langue/en?suite=${back}` },
    footer: footer(app, req, lang, here, pages),
    ...(reply.breadcrumbs ? { crumbs: reply.breadcrumbs } : {}),
    flash: flash ? <FlashLine flash={flash} /> : undefined,
  }
  if (reply.layout === 'extranet' && extranet(req.who) && req.who) {
    return (
      <ExtranetLayout
        {...common}
        places={places(app, req, lang, here)}
        account={{
          name: req.who.name,
          groups: accountGroups(app, req, lang, here),
          signOutAction: '/deconnexion',
        }}
      >
        {reply.view}
      </ExtranetLayout>
    )
  }
  return (
    <PublicLayout
      {...common}
      links={[...links(app, req, lang, 'public', here), ...inMenu(pages, 'header', here)]}
      end={<Door app={app} req={req} lang={lang} />}
    >
      {reply.view}
    </PublicLayout>
  )
}

/** At the head of the public site: the way in, or what is one's own. */
function Door({ app, req, lang }: { app: App; req: Incoming; lang: Lang }): ReactNode {
  const t = webTexts(lang).nav
  const { who } = req
  if (!who || extranet(who)) {
    return (
      <ButtonLink small href={who ? landingOf(app, who) : '/connexion'}>
        {who ? t.extranetHome : t.signIn}
      </ButtonLink>
    )
  }
  return (
    <AccountMenu name={who.name} groups={accountGroups(app, req, lang, '')} signOutAction="/deconnexion" />
  )
}

function FlashLine({ flash }: { flash: FlashMessage }): ReactNode {
  return (
    <Flash kind={flash.kind} title={flash.text}>
      {flash.undo && (
        <PostButton action={flash.undo.action} kind="quiet" small>
          {flash.undo.label}
        </PostButton>
      )}
    </Flash>
  )
}

/** The entry that leads to where we are: the longest address that begins the path. */
function currentOf(menu: MenuEntry[], here: string): string | undefined {
  return menu
    .map((e) => e.href)
    .filter((href) => here === href || (href !== '/' && here.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0]
}

function links(app: App, req: Incoming, lang: Lang, place: MenuEntry['place'], here: string) {
  const menu = menuOf(app, req.who, place)
  const current = currentOf(menu, here)
  return menu.map((e) => ({ href: e.href, label: e.label[lang], current: e.href === current }))
}

/** What is under the portrait: one's own first, then staff's work by its kind. Without staff's part, one plain list. */
function accountGroups(app: App, req: Incoming, lang: Lang, here: string): AccountGroup[] {
  const menu = menuOf(app, req.who, 'account')
  const current = currentOf(menu, here)
  const linksOf = (group: MenuEntry['group']) =>
    menu
      .filter((e) => e.group === group)
      .map((e) => ({ href: e.href, label: e.label[lang], current: e.href === current }))
  const t = webTexts(lang).nav
  const admin = staff(req.who) ? [{ href: '/admin', label: t.admin, current: false }] : []
  const own = linksOf(undefined)
  const work = [
    { title: t.groups.membership, links: linksOf('membership') },
    { title: t.groups.life, links: linksOf('life') },
    { title: t.groups.tools, links: [...linksOf('tools'), ...admin] },
  ].filter(({ links }) => links.length > 0)
  return work.length > 0 ? [{ title: t.groups.own, links: own }, ...work] : [{ links: own }]
}

function places(app: App, req: Incoming, lang: Lang, here: string) {
  const menu = menuOf(app, req.who, 'extranet')
  const current = currentOf(menu, here)
  return menu.slice(0, 5).map((e) => ({
    href: e.href,
    label: e.label[lang],
    icon: (e.icon ?? 'tools') as IconName,
    current: e.href === current,
  }))
}

/** Pages staff has placed in a menu. */
const inMenu = (pages: PageLink[], menu: PageLink['menu'], here: string) =>
  pages
    .filter((p) => p.menu === menu)
    .map((p) => ({ href: p.href, label: p.title, current: p.href === here }))

function footer(app: App, req: Incoming, lang: Lang, here: string, pages: PageLink[]) {
  const t = webTexts(lang)
  const main = [...links(app, req, lang, 'public', here), ...inMenu(pages, 'header', here)]
  const more = inMenu(pages, 'footer', here)
  return {
    name: t.siteName,
    motto: t.home.lead,
    groups: [
      { title: t.nav.site, links: main },
      ...(more.length > 0 ? [{ title: t.nav.more, links: more }] : []),
    ],
    small: t.footer.about,
  }
}
