import { generatePageMetadata, NotFoundPage } from '@payloadcms/next/views'
import { runningConfig } from '../../running'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = ({ params, searchParams }: Args) =>
  generatePageMetadata({ config: runningConfig(), params, searchParams })

export default function NotFound({ params, searchParams }: Args) {
  return NotFoundPage({ config: runningConfig(), importMap, params, searchParams })
}
