import type { Picture } from '@/collections/media/contract'
import type { Lang } from '@/core/lang'
import { Card, DateText, Meta } from '@/ui'
import { texts } from '../i18n'
import type { PostCard } from '../service/readPosts'

/** A picture of the media collection, at its card size. */
export function Cover({ picture, eager }: { picture: Picture; eager?: boolean }) {
  const shown = picture.sizes?.card?.url ? picture.sizes.card : picture
  if (!shown.url) return null
  return (
    // biome-ignore lint/performance/noImgElement: pages are Express's; next/image is not for them.
    <img
      src={shown.url}
      width={shown.width ?? undefined}
      height={shown.height ?? undefined}
      alt={picture.alt ?? ''}
      loading={eager ? undefined : 'lazy'}
      decoding="async"
    />
  )
}

export function Byline({ post, lang }: { post: Pick<PostCard, 'publishedAt' | 'author'>; lang: Lang }) {
  return (
    <Meta>
      <DateText at={post.publishedAt} as="date" />
      {post.author && <span>{texts(lang).by(post.author)}</span>}
    </Meta>
  )
}

/** A piece of news in a list. */
export function NewsCard({ post, lang, level }: { post: PostCard; lang: Lang; level: 2 | 3 }) {
  return (
    <Card
      as="li"
      level={level}
      title={post.title}
      href={`/actualites/${post.slug}`}
      picture={post.cover ? <Cover picture={post.cover} /> : undefined}
      foot={<Byline post={post} lang={lang} />}
    >
      {post.excerpt}
    </Card>
  )
}
