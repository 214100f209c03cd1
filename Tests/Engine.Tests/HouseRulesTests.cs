using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Engine.Tests;

/// <summary>What the engine must not know, read from what its compiled code refers to.</summary>
public class HouseRulesTests
{
    private static readonly Assembly Subject = typeof(Catalog).Assembly;

    [Fact]
    public void Should_refer_to_no_other_part_of_the_program_and_no_library()
    {
        string[] references = [.. Subject.GetReferencedAssemblies().Select(reference => reference.Name!)];
        references.ShouldAllBe(reference => reference.StartsWith("System.") || reference == "MathNet.Numerics");
        references.ShouldNotContain("System.Console");
        references.ShouldNotContain(reference => reference.StartsWith("System.IO"));
        references.ShouldNotContain(reference => reference.StartsWith("System.Net"));
    }

    [Fact]
    public void Should_use_no_console_file_clock_or_hidden_randomness()
    {
        string[] used = [.. TypesUsedBy(Subject)];
        used.ShouldContain("System.Math", "otherwise this test reads nothing");
        used.ShouldNotContain(type => type.StartsWith("System.IO."));
        used.ShouldNotContain(type => type.StartsWith("System.Threading.Tasks.") || type.StartsWith("System.Threading.Timer"));
        used.Intersect(
            [
                "System.Console", "System.DateTime", "System.DateTimeOffset", "System.TimeProvider", "System.Diagnostics.Stopwatch",
                "System.Environment", "System.Random", "System.Guid",
            ]).ShouldBeEmpty();
    }

    [Fact]
    public void Should_use_reflection_in_the_catalog_only()
    {
        Type[] users =
        [
            .. Subject.GetTypes().Where(type => type.GetMethods(Everything).Any(method => method.GetMethodBody() is { } body
                && body.LocalVariables.Any(local => local.LocalType.Namespace == "System.Reflection"))),
        ];
        users.Select(Outermost).Distinct().ShouldBe([typeof(Catalog)]);
    }

    [Fact]
    public void Should_seal_what_is_not_abstract() => Subject.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false } && type.Namespace?.StartsWith("Engine") == true)
        .ShouldBeEmpty();

    [Fact]
    public void Should_show_readers_nothing_they_could_change()
    {
        Subject.GetExportedTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && field.Name != "value__")
            .ShouldBeEmpty();
        Subject.GetExportedTypes().SelectMany(type => type.GetProperties(Everything & ~BindingFlags.NonPublic))
            .Where(property => property.PropertyType.IsArray
                || (property.SetMethod is { IsPublic: true } set
                    && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))))
            .Where(property => !property.DeclaringType!.IsValueType)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Should_leave_the_oracles_independent() => typeof(Oracles.ScalarTape).Assembly.GetReferencedAssemblies()
        .ShouldNotContain(reference => reference.Name == Subject.GetName().Name);

    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<string> TypesUsedBy(Assembly assembly)
    {
        using FileStream file = File.OpenRead(assembly.Location);
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences
                .Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }
}
