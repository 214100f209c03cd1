namespace Lessons;

/// <summary>A text of a lesson in each of its languages.</summary>
/// <param name="English">The English text; not blank when it was read from a lesson.</param>
/// <param name="Korean">The Korean text; not blank when it was read from a lesson.</param>
public sealed record LocalizedText(string English, string Korean)
{
    /// <summary>A text that is made in each language.</summary>
    /// <param name="make">Makes it in one.</param>
    public static LocalizedText From(Func<Language, string> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return new LocalizedText(make(Language.English), make(Language.Korean));
    }

    /// <summary>The text in one language.</summary>
    /// <param name="language">The language wanted.</param>
    /// <returns>The text, never that of another language.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is none of the known ones.</exception>
    public string In(Language language) => language switch
    {
        Language.English => English,
        Language.Korean => Korean,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Lessons are written in English and Korean."),
    };
}
