namespace Lessons.Tests;

/// <summary>Files beside the tests, and those of the documentation, which the build copies to where the tests run.</summary>
internal static class TestFiles
{
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    public static IEnumerable<string> ReadLines(string file) => File.ReadLines(PathOf(file));
}
