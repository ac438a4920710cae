import { T } from '@/ui'

/** What a person typed: an empty line makes a paragraph, a line break stays one. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div className="prose">
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change while it is shown.
          <p key={i}>
            {paragraph.split('\n').map((line, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <span key={j}>
                {j > 0 && <br />}
                <T>{line}</T>
              </span>
            ))}
          </p>
        ))}
    </div>
  )
}
