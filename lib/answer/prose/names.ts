/** Known identifiers between pairs of underscores, without the underscores. */
const knownIdentifiers = new Set(
  // Python, "The Python Language Reference", 3.3 and 5.4, and special names of modules.
  (
    'abs add aenter aexit aiter all and anext annotations await author bool builtins bytes cached call cause ceil class ' +
    'closure code complex contains context copy copyright credits date deepcopy defaults del delattr delete delitem dict dir ' +
    'divmod doc enter eq exit file float floor floordiv format func future ge get getattr getattribute getitem getstate ' +
    'globals gt hash iadd iand idiv ifloordiv ilshift imatmul imod imul index init int invert ior ipow irshift isub iter ' +
    'itruediv ixor kwdefaults le len license loader lshift lt main matmul metaclass missing mod module mro mul name ne neg ' +
    'new next nonzero objclass or package path pos post pow prepare qualname radd rand rdivmod reduce repr reversed ' +
    'rfloordiv rlshift rmatmul rmod rmul ror round rpow rrshift rshift rsub rtruediv rxor self set setattr setitem setstate ' +
    'sizeof slots spec str sub subclasses subclasscheck subclasshook traceback truediv trunc version warningregistry ' +
    'weakref wrapped xor ' +
    // C, C++ and PHP: predefined macros and constants; GNU keywords; JavaScript.
    'FILE LINE DATE TIME TIMESTAMP FUNCTION METHOD NAMESPACE CLASS DIR TRAIT COUNTER VERSION cplusplus STDC OBJC ASSEMBLER ' +
    'attribute asm inline volatile const restrict typeof declspec cdecl stdcall fastcall proto dirname filename'
  ).split(' '),
);

/**
 * Whether a word between two pairs of underscores is an identifier, as in `__init__`, instead of bold text.
 *
 * @param before the character before the underscores
 * @param after the character after them
 */
export function isIdentifier(word: string, before: string, after: string): boolean {
  if (!/^[A-Za-z]\w*$/.test(word)) return false;
  return knownIdentifiers.has(word) || /[_\d]/.test(word) || before === '.' || after === '(';
}
