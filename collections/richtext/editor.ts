import {
  BlockquoteFeature,
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
import type { CollectionSlug, RichTextField, UploadCollectionSlug } from 'payload'
import { isLang } from '@/core/lang'
import { MEMBER, STAFF } from './domain/allowance'
import { isBlank } from './domain/plainText'
import { readRichText } from './domain/readRichText'
import { texts } from './i18n'

type By = 'staff' | 'member'

/** The editor of Payload's admin, offering what the whitelist allows and nothing else. */
export function editorFor(by: By) {
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
      FixedToolbarFeature(),
      InlineToolbarFeature(),
    ],
  })
}

type Checked = { req: { locale?: unknown; i18n?: { language?: string } }; operation?: string }
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
  const allowance = by === 'staff' ? STAFF : MEMBER
  return {
    ...field,
    type: 'richText',
    editor: editorFor(by),
    hooks: {
      beforeValidate: [
        ({ value }) => {
          const doc = value === null || value === undefined ? null : readRichText(value, allowance)
          return doc?.ok ? doc.value : value
        },
      ],
    },
    validate: (value: unknown, { req, operation }: Checked) => {
      const language = req.i18n?.language
      const t = texts(isLang(language) ? language : 'fr')
      const doc = value === null || value === undefined ? null : readRichText(value, allowance)
      if (doc && !doc.ok) return t.reasons[doc.reason]
      const filled = doc !== null && !isBlank(doc.value)
      if (field.required && !filled) return t.empty
      return check ? check(filled, { locale: req.locale, operation, language }) : true
    },
  }
}
