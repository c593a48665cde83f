export interface Answer {
  status: number;
  url: string;
  headers: Headers;
  text: string;
}

/** As much of a browser as signing in needs: cookies, forms, and redirects followed within one origin. */
export function openBrowser(issuerUrl: string) {
  const cookies = new Map<string, { value: string; path: string }>();
  const origin = new URL(issuerUrl).origin;

  const request = async (url: string, init: RequestInit = {}): Promise<Answer> => {
    const target = new URL(url, origin);
    const mine = [...cookies].filter(([, { path }]) => target.pathname.startsWith(path));
    const headers = new Headers(init.headers);
    headers.set('cookie', mine.map(([name, { value }]) => `${name}=${value}`).join('; '));
    const response = await fetch(target, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=', 2);
      const path = attributes.find((one) => one.startsWith('path='))?.slice(5) ?? '/';
      if (value === '') cookies.delete(name);
      else cookies.set(name, { value, path });
    }
    const location = response.headers.get('location');
    const next = location ? new URL(location, target) : null;
    if (next?.origin === origin) return request(next.href);
    const text = await response.text();
    return { status: response.status, url: next?.href ?? target.href, headers: response.headers, text };
  };

  return {
    open: (url: string, headers: Record<string, string> = {}) => request(url, { headers }),
    submit: (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      request(url, { method: 'POST', body: new URLSearchParams(fields), headers }),
    forget: () => cookies.clear(),
  };
}

/** Where a page's form leads. */
export function actionOf(page: string, id: string): string {
  const form = new RegExp(`<form id="${id}"[^>]* action="([^"]+)"`).exec(page)?.[1];
  if (!form) throw new Error(`the page has no form "${id}"`);
  return form.replaceAll('&amp;', '&');
}
