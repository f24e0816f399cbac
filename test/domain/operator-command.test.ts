import { parseOperatorCommand } from '../../domain/operator-command';

describe('an operator command', () => {
  it.each([
    ['/done', 'done', ''],
    ['  /DONE  ', 'done', ''],
    ['/ done', 'done', ''],
    ['/Done@baton_bot', 'done', ''],
    ['/note@baton_bot call back at 5', 'note', 'call back at 5'],
    ['/note  two\nlines ', 'note', 'two\nlines'],
    ['/take please', 'take', 'please'],
    ['/ai', 'ai', ''],
    ['/who', 'who', ''],
    ['/history', 'history', ''],
    ['/help', 'help', ''],
    ['/finish', 'unknown', ''],
    ['/', 'unknown', ''],
    ['/etc/passwd', 'unknown', '/passwd'],
  ])('is read from %j', (text, name, rest) => {
    expect(parseOperatorCommand(text)).toEqual({ name, rest });
  });

  it.each(['done', 'see a/b', 'https://riverside.example/done', 'Is it /done?', ''])('is not read from %j', (text) => {
    expect(parseOperatorCommand(text)).toBeNull();
  });
});
