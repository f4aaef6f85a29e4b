import { notFound } from 'next/navigation'

/** Addresses that no other page has, shown in the shop's own frame. */
export default function Missing() {
  notFound()
}
