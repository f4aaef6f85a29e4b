import Link from 'next/link'

export default function NotFound() {
  return (
    <section className="narrow">
      <h1>Not found</h1>
      <p>
        There is no such page. <Link href="/orders">Go to the orders</Link>
      </p>
    </section>
  )
}
