import { type Language, type Text, fillText } from '../language';

/** What one entry of a list is called, by the list's label, e.g. `vmImages`: "Image version". */
export function entryNameOf(list: string, language: Language): string {
  const name = Object.hasOwn(entryNames, list) ? entryNames[list] : undefined;
  return name === undefined ? list : fillText(name, language, {});
}

export const entryNames: Readonly<Record<string, Text>> = {
  plans: { en: 'Plan', es: 'Plan', ru: 'План', zh: '计划' },
  vmImages: { en: 'Image version', es: 'Versión de imagen', ru: 'Версия образа', zh: '映像版本' },
  lunVhdDetails: { en: 'Data disk', es: 'Disco de datos', ru: 'Диск данных', zh: '数据磁盘' },
  usefulLinks: { en: 'Useful link', es: 'Vínculo útil', ru: 'Полезная ссылка', zh: '有用链接' },
  categoryMap: { en: 'Category', es: 'Categoría', ru: 'Категория', zh: '类别' },
  screenshots: { en: 'Screenshot', es: 'Captura de pantalla', ru: 'Снимок экрана', zh: '屏幕截图' },
  package: { en: 'Package version', es: 'Versión de paquete', ru: 'Версия пакета', zh: '包版本' },
  authorizations: { en: 'Authorization', es: 'Autorización', ru: 'Полномочие', zh: '授权' },
  policies: { en: 'Policy', es: 'Directiva', ru: 'Политика', zh: '策略' },
  openPorts: { en: 'Open port', es: 'Puerto abierto', ru: 'Открытый порт', zh: '开放端口' },
  endpoints: { en: 'Endpoint', es: 'Punto de conexión', ru: 'Конечная точка', zh: '终结点' },
  restrictedAudience: { en: 'Customer', es: 'Cliente', ru: 'Клиент', zh: '客户' },
};
