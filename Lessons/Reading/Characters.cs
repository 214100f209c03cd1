namespace Lessons.Reading;

/// <summary>
/// Which characters a lesson may hold: those YAML 1.2 calls printable (section 5.1). The others would steer the terminal that
/// shows the lesson, so they are refused both as they are and as escapes.
/// </summary>
internal static class Characters
{
    /// <summary>The index of the first refused UTF-16 code unit, or -1.</summary>
    public static int FirstRefused(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]) || IsControl(text[index]) || text[index] is '\uFFFE' or '\uFFFF')
            {
                return index;
            }
        }

        return -1;
    }

    public static string Describe(char refused) => refused switch
    {
        '\0' => "a zero byte, as in binary data",
        _ when char.IsSurrogate(refused) => "half of a surrogate pair",
        _ => $"the control character {Wording.Name(refused)}",
    };

    private static bool IsControl(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\x85');
}
