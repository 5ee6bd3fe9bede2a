import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';
import { templateAdminPassword } from './admin-password';
import { templateAdminUserName } from './admin-user-name';
import { templateArtifactsParameters } from './artifacts-parameters';
import { templateBlanks } from './blanks';
import { templateCommandSecrets } from './command-secrets';
import { templateDebugSetting } from './debug-setting';
import { templateDependsOn } from './depends-on';
import { templateDynamicVariables } from './dynamic-variables';
import { templateExpression } from './expression';
import { templateHardcodedUri } from './hardcoded-uri';
import { templateIds } from './ids';
import { templateLinkedFiles } from './linked-files';
import { templateLocationHardcoded } from './location-hardcoded';
import { templateManagedIdentityExtension } from './managed-identity-extension';
import { templateMinAndMax } from './min-and-max';
import { templateNestedSecrets } from './nested-secrets';
import { templateOutputSecrets } from './output-secrets';
import { templateParameterTypes } from './parameter-types';
import { templatePasswordParameters } from './password-parameters';
import { templateProvidersApiVersion } from './providers-api-version';
import { templateResourceIdScopes } from './resource-id-scopes';
import { templateResourceIdSegments } from './resource-id-segments';
import { templateResourceLocation } from './resource-location';
import { templateSchema } from './schema';
import { templateSecureDefaults } from './secure-defaults';
import { templateUnusedParameters } from './unused-parameters';
import { templateUnusedVariables } from './unused-variables';
import { templateUris } from './uris';
import { templateVmImageLatest } from './vm-image-latest';
import { templateVmPreview } from './vm-preview';
import { templateVmSize } from './vm-size';

/** What the templates of an Azure application package are held to. */
export const templateRules: readonly Rule<PackageFacts>[] = [
  templateSchema,
  templateExpression,
  templateParameterTypes,
  templateLinkedFiles,
  templateUnusedParameters,
  templateUnusedVariables,
  templateDynamicVariables,
  templateMinAndMax,
  templateArtifactsParameters,
  templateLocationHardcoded,
  templateResourceLocation,
  templateHardcodedUri,
  templateUris,
  templateIds,
  templateResourceIdScopes,
  templateResourceIdSegments,
  templateDependsOn,
  templateProvidersApiVersion,
  templateBlanks,
  templateDebugSetting,
  templateNestedSecrets,
  templateOutputSecrets,
  templateCommandSecrets,
  templatePasswordParameters,
  templateSecureDefaults,
  templateAdminUserName,
  templateAdminPassword,
  templateVmSize,
  templateVmPreview,
  templateVmImageLatest,
  templateManagedIdentityExtension,
];
