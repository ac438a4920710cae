import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { CollectionSlug, RichTextField, SanitizedConfig, UploadCollectionSlug } from 'payload'
import { isLang } from '@/core/lang'
import { appIfRunning, type InstalledBlock, installedBlocks } from '@/hooks'
import { editorBlock, shapeOf } from './blocks'
import { type Allowance, MEMBER, STAFF } from './domain/allowance'
import { isBlank } from './domain/plainText'
import { readRichText } from './domain/readRichText'
import { texts } from './i18n'

type By = 'staff' | 'member'

/**
 * What a writer may use, with the blocks of all that is installed for staff. They stand in Payload's configuration:
 * whoever puts it together knows the plugins, this room does not.
 */
const allowanceOf = (by: By, config: Pick<SanitizedConfig, 'custom'>): Allowance =>
  by === 'staff' ? { ...STAFF, blocks: installedBlocks(config).map(shapeOf) } : MEMBER

/** The editor of Payload's admin, offering what the whitelist allows and nothing else. */
const editorFor =
  (by: By): ReturnType<typeof lexicalEditor> =>
  (sanitizing) =>
    editorWith(by, by === 'staff' ? installedBlocks(sanitizing.config) : [])(sanitizing)

/** Payload's blocks, offered by an editor of ours that asks at each opening which plugins are off. */
function offering(blocks: readonly InstalledBlock[]): ReturnType<typeof BlocksFeature> {
  const provider = BlocksFeature({ blocks: blocks.map(editorBlock) })
  const { feature } = provider
  if (typeof feature !== 'function') return provider
  return {
    ...provider,
    feature: async (resolving) => ({
      ...(await feature(resolving)),
      ClientFeature: '/collections/richtext/admin/OfferedBlocks#OfferedBlocks',
      get clientFeatureProps() {
        const app = appIfRunning()
        return { off: blocks.filter((b) => app?.isOn(b.module) === false).map((b) => b.slug) } as never
      },
    }),
  }
}

function editorWith(by: By, blocks: readonly InstalledBlock[]) {
  const allowance = by === 'staff' ? STAFF : MEMBER
  return lexicalEditor({
    features: [
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: [...allowance.headings] }),
      BoldFeature(),
      ItalicFeature(),
      StrikethroughFeature(),
      InlineCodeFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      BlockquoteFeature(),
      HorizontalRuleFeature(),
      LinkFeature({ enabledCollections: [] as CollectionSlug[], disableAutoLinks: true }),
      ...(allowance.uploads
        ? [UploadFeature({ enabledCollections: ['media' as UploadCollectionSlug] })]
        : []),
      ...(blocks.length > 0 ? [offering(blocks)] : []),
      FixedToolbarFeature(),
      InlineToolbarFeature(),
    ],
  })
}

type Checked = {
  req: { locale?: unknown; i18n?: { language?: string }; payload: { config: SanitizedConfig } }
  operation?: string
}
type Options = Pick<RichTextField, 'name' | 'label' | 'required' | 'localized' | 'access'> & {
  by: By
  /** What else must hold, given whether there is anything to read: `required` would ask it of each language. */
  check?: (
    filled: boolean,
    about: { locale?: unknown; operation?: string; language?: string },
  ) => true | string
  admin?: RichTextField['admin']
}

/**
 * A rich text field held to the whitelist on every way in: what is read as a document of ours is stored as
 * such, cleaned; anything else is refused with a sentence.
 */
export function richTextField({ by, check, ...field }: Options): RichTextField {
  return {
    ...field,
    type: 'richText',
    editor: editorFor(by),
    hooks: {
      beforeValidate: [
        ({ value, req }) => {
          const { config } = req.payload
          const doc =
            value === null || value === undefined ? null : readRichText(value, allowanceOf(by, config))
          return doc?.ok ? doc.value : value
        },
      ],
    },
    validate: (value: unknown, { req, operation }: Checked) => {
      const language = req.i18n?.language
      const t = texts(isLang(language) ? language : 'fr')
      const allowance = allowanceOf(by, req.payload.config)
      const doc = value === null || value === undefined ? null : readRichText(value, allowance)
      if (doc && !doc.ok) return t.reasons[doc.reason]
      const filled = doc !== null && !isBlank(doc.value)
      if (field.required && !filled) return t.empty
      return check ? check(filled, { locale: req.locale, operation, language }) : true
    },
  }
}
