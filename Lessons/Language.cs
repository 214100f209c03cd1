namespace Lessons;

/// <summary>A language in which every lesson is written.</summary>
public enum Language
{
    /// <summary>English, <c>en</c> in lesson files; the default.</summary>
    English,

    /// <summary>Korean, <c>ko</c> in lesson files.</summary>
    Korean,
}
