/** Buttons that copy, on the pages that offer something to copy. */
import '@/ui/elements/copy-text'
