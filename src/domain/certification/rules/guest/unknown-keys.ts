import { linuxRule } from './linux-rule';

export const unknownKeys = linuxRule({
  id: 'vm.guest.unknown-keys',
  severity: 'reviewRequired',
  policy: '200.5',
  title: 'Every place that may hold a key can be looked through',
  rationale:
    'A key store shows what it holds only to who has its password, and a folder can have more files than a machine looks through. What nobody saw does not pass because nobody saw it.',
  message: {
    en: 'Whether {actual} holds a private key or credentials is not known: it could not be looked through wholly.',
    es: 'No se sabe si {actual} contiene una clave privada o credenciales: no se ha podido examinar por completo.',
    ru: 'Неизвестно, есть ли в {actual} закрытый ключ или учётные данные: просмотреть его целиком не удалось.',
    zh: '不知道 {actual} 是否含有私钥或凭据：无法完整查看。',
  },
  fix: {
    en: 'Remove what customers do not need, and keep certificates that are trusted as PEM files; otherwise a reviewer looks at it.',
    es: 'Elimine lo que los clientes no necesiten y guarde los certificados de confianza como archivos PEM; en otro caso lo examina un revisor.',
    ru: 'Удалите то, что клиентам не нужно, а доверенные сертификаты храните в файлах PEM; иначе это смотрит рецензент.',
    zh: '请删除客户不需要的内容，并将受信任的证书保存为 PEM 文件；否则由审核人员检查。',
  },
  check: ({ unknownKeys: keys, unknownCredentials }) =>
    [...keys, ...unknownCredentials].map((path) => ({ actual: path, target: { file: path } })),
});
