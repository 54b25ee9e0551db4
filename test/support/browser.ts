/** A browser as far as a login needs one: follows to where it is led, and keeps its cookies. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  async open(url: string | URL, form?: Record<string, string>): Promise<{ location: string; text: string }> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    const location = response.headers.get('location') ?? '';
    return { location: location && new URL(location, url).href, text: await response.text() };
  }

  /** Goes where a client sends one to log in, says who one is, and tells to which address that led back. */
  async logIn(address: string | URL, form: Record<string, string>): Promise<string> {
    const start = await this.open(address);
    const { text } = await this.open(start.location);
    if (!text.includes('Deze mensen zijn verzonnen')) throw new Error('this is not the page of the people');
    const chosen = await this.open(start.location, form);
    return (await this.open(chosen.location)).location;
  }
}
