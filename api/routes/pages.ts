/** The pages and the script that other sites embed. Files are named here; nothing of a request reaches the disk. */
import { type Operation, operation } from '../operation';

const PAGES = [
  { path: '/', file: 'index.html', summary: 'Customer chat' },
  { path: '/team', file: 'team.html', summary: "Operators' page" },
  { path: '/insights', file: 'insights.html', summary: 'Counts and times' },
  { path: '/widget.js', file: 'widget.js', summary: 'The embeddable chat', embeddable: true },
];

export function pageOperations(publicDir: string): Operation[] {
  return PAGES.map(({ path, file, summary, embeddable }) =>
    operation({
      method: 'get',
      path,
      summary,
      access: 'open',
      replies: { 200: { description: summary, type: embeddable ? 'text/javascript' : 'text/html' } },
      handle: ({ response }) =>
        new Promise((resolve, reject) => {
          if (embeddable) response.set('Cross-Origin-Resource-Policy', 'cross-origin');
          response.sendFile(file, { root: publicDir, cacheControl: false }, (error) =>
            error ? reject(error) : resolve(),
          );
        }),
    }),
  );
}
